package {{package}};

/// How well the sales of some weeks were forecast.
///
/// @param mae mean absolute error, in units a week
/// @param wape sum of the absolute errors as a share of all that was sold
/// @param lastWeekMae the mean absolute error of the rule "as many as last week", which a model has to beat
/// @param rows how many forecasts were compared
record Score(double mae, double wape, double lastWeekMae, int rows) {}
