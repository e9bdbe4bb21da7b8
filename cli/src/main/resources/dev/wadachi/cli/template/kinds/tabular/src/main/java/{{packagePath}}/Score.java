package {{package}};

/// How well rents were predicted.
///
/// @param mae mean absolute error, in thousands a month
/// @param mape mean absolute error as a share of each rent
/// @param averageMae the mean absolute error of the rule "each costs the average", which a model has to beat
/// @param rows how many predictions were compared
record Score(double mae, double mape, double averageMae, int rows) {}
