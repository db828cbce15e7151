// Room: Subscribers
