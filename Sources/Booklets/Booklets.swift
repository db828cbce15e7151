// Room: Booklets
