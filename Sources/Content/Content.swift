// Room: Content
