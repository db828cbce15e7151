// Room: CSV
