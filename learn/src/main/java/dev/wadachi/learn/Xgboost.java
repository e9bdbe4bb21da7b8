package dev.wadachi.learn;

import java.util.Map;
import java.util.TreeMap;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// The native library: from a training set to the JSON of a booster.
final class Xgboost {

    static final int ONE_THREAD = 1;

    private Xgboost() {}

    static byte[] train(TrainingSet training, Gbdt gbdt, int threads) {
        try {
            DMatrix matrix = matrix(training);
            try {
                // Without watches: with them the library writes lines to standard output.
                Booster booster = XGBoost.train(matrix, parameters(gbdt, threads), gbdt.rounds(), Map.of(), null, null);
                try {
                    return booster.toByteArray("json");
                } finally {
                    booster.dispose();
                }
            } finally {
                matrix.dispose();
            }
        } catch (XGBoostError e) {
            throw new LearningException("XGBoost refused to train " + gbdt + ": " + e.getMessage(), e);
        } catch (LinkageError e) {
            throw new LearningException(
                    "XGBoost's native library does not load on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + ". It needs OpenMP: install libgomp1 (Debian, Ubuntu),"
                            + " libgomp (Fedora) or libomp (Homebrew).",
                    e);
        }
    }

    private static DMatrix matrix(TrainingSet training) throws XGBoostError {
        int rows = training.rows();
        int width = training.width();
        float[] inputs = new float[Math.multiplyExact(rows, width)];
        float[] targets = new float[rows];
        float[] weights = new float[rows];
        for (int row = 0; row < rows; row++) {
            targets[row] = (float) training.target(row);
            weights[row] = (float) training.weight(row);
            for (int column = 0; column < width; column++) {
                inputs[row * width + column] = (float) training.at(row, column);
            }
        }
        DMatrix matrix = new DMatrix(inputs, rows, width, Float.NaN);
        matrix.setLabel(targets);
        matrix.setWeight(weights);
        return matrix;
    }

    private static Map<String, Object> parameters(Gbdt gbdt, int threads) {
        Map<String, Object> parameters = new TreeMap<>();
        parameters.put("objective", "reg:squarederror");
        parameters.put("tree_method", "hist");
        parameters.put("nthread", threads);
        parameters.put("verbosity", 0);
        parameters.put("eta", gbdt.rate());
        parameters.put("max_depth", gbdt.depth());
        parameters.put("min_child_weight", gbdt.leafWeight());
        parameters.put("lambda", gbdt.penalty());
        parameters.put("subsample", gbdt.rowShare());
        parameters.put("colsample_bytree", gbdt.columnShare());
        parameters.put("seed", gbdt.seed());
        return parameters;
    }
}
