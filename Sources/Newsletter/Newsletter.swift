// Room: Newsletter
