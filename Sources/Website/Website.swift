// Room: Website
