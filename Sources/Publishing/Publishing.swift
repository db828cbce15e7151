// Room: Publishing
