/// Predictors with named, typed inputs and outputs, in formats that other tools read: what a service embeds.
///
/// - [Model] is a [ModelSignature], the [Preprocessing] that turns a row into numbers, and a [Predictor].
/// - [Batch] holds rows to predict, as columns.
/// - [Predictor] is a rule, a linear model or the trees of XGBoost, read from XGBoost's own JSON.
///
/// ```java
/// Model model = Model.load(folder);
/// double demand = model.predict(Map.of("store", "ueno", "lag_2", 312));
/// ```
///
/// The package is small, runs on Java 17 and needs the JDK alone, so that any service can embed it. Trees are
/// therefore walked here and not by the native library: it takes no native code to load, no start-up, and equals the
/// library's own predictions bit for bit, because the same `float` sums are made in the same order.
///
/// A model is immutable and thread-safe, and predicts the same bits before it was saved and after it was loaded, for
/// one row and for many, on any JVM.
@NullMarked
@Behaviour(value = "model", version = 1)
package dev.wadachi.model;

import org.jspecify.annotations.NullMarked;
