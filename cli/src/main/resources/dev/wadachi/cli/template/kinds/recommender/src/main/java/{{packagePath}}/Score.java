package {{package}};

/// How well recommendations met what customers then bought for the first time.
///
/// @param hitRate the share of customers who bought something that was recommended to them
/// @param popularHitRate the same for the rule "what most customers buy", which recommendations have to beat
/// @param customers how many customers bought something new
record Score(double hitRate, double popularHitRate, int customers) {}
