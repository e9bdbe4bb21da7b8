package {{package}};

/// How well messages were judged.
///
/// @param accuracy the share of messages that were judged as people did
/// @param noneAccuracy the same for the rule "none is a complaint", which a model has to beat
/// @param rows how many messages were judged
record Score(double accuracy, double noneAccuracy, int rows) {}
