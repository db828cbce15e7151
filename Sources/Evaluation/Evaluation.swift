// Room: Evaluation
