// Room: Charts
