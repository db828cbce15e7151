// Room: Layouts
