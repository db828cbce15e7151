// Room: Markup
