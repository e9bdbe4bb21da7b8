package dev.wadachi.learn;

import dev.wadachi.model.Batch;
import dev.wadachi.model.Encoding;
import dev.wadachi.model.Field;
import dev.wadachi.model.Kind;
import dev.wadachi.model.Matrix;
import dev.wadachi.model.Model;
import dev.wadachi.model.NumberEncoding;
import dev.wadachi.model.OneHotEncoding;
import dev.wadachi.model.OrdinalEncoding;
import dev.wadachi.model.Preprocessing;
import dev.wadachi.model.Scale;
import dev.wadachi.model.Unseen;
import dev.wadachi.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// Rows as a learner sees them: encoded inputs, and for each row a target and a weight. The encoding is the very one
/// that goes into the model.
final class TrainingSet {

    /// How texts become numbers.
    enum Categories {
        ONE_HOT,
        ORDINAL
    }

    private final Formula formula;
    private final Preprocessing preprocessing;
    private final Matrix inputs;
    private final double[] targets;
    private final double[] weights;
    private final int[] chosen;
    private final double meanWeight;

    private TrainingSet(
            Formula formula,
            Preprocessing preprocessing,
            Matrix inputs,
            double[] targets,
            double[] weights,
            int[] chosen) {
        this.formula = formula;
        this.preprocessing = preprocessing;
        this.inputs = inputs;
        this.targets = targets;
        this.weights = weights;
        this.chosen = chosen;
        this.meanWeight = Arrays.stream(chosen).mapToDouble(row -> weights[row]).sum() / chosen.length;
    }

    /// The rows whose target is known, and whose unit is a number above 0 where there is one.
    static TrainingSet of(Table rows, Formula formula, Categories categories) {
        if (formula.inputs().isEmpty()) {
            throw new LearningException("The formula for " + formula.target()
                    + " names no inputs. Name some: Formula.of(\"" + formula.target() + "\").from(…).");
        }
        double[] targets = rows.doubles(formula.target());
        double[] weights = new double[targets.length];
        Arrays.fill(weights, 1);
        if (formula.scale() instanceof Scale.RelativeTo(String column)) {
            weights = rows.doubles(column);
            for (int row = 0; row < targets.length; row++) {
                targets[row] /= weights[row];
            }
        }
        List<Field> fields = formula.inputs().stream()
                .map(input -> TableBatch.field(rows, input))
                .toList();
        Batch batch = TableBatch.of(rows, fields);
        Preprocessing preprocessing = preprocessing(rows, fields, categories);
        return new TrainingSet(
                        formula,
                        preprocessing,
                        preprocessing.encode(batch),
                        targets,
                        weights,
                        IntStream.range(0, targets.length).toArray())
                .where(row -> true);
    }

    private static Preprocessing preprocessing(Table rows, List<Field> fields, Categories categories) {
        List<Encoding> encodings = new ArrayList<>();
        for (Field field : fields) {
            encodings.add(
                    field.kind() == Kind.NUMBER ? new NumberEncoding(field.name()) : text(rows, field, categories));
        }
        return new Preprocessing(encodings);
    }

    private static Encoding text(Table rows, Field field, Categories categories) {
        List<String> seen = Arrays.stream(rows.strings(field.name()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .sorted()
                .distinct()
                .toList();
        if (seen.isEmpty()) {
            throw new LearningException("Column " + field.name() + " holds no value in the rows to learn from.");
        }
        return switch (categories) {
            case ONE_HOT -> new OneHotEncoding(field.name(), seen, Unseen.MISSING);
            case ORDINAL -> new OrdinalEncoding(field.name(), seen, Unseen.MISSING);
        };
    }

    /// The rows none of whose inputs is missing.
    TrainingSet withoutMissingInputs() {
        return where(row -> IntStream.range(0, width()).noneMatch(column -> Double.isNaN(inputs.at(row, column))));
    }

    private TrainingSet where(IntPredicate rule) {
        int[] remaining = Arrays.stream(chosen)
                .filter(row -> Double.isFinite(targets[row]) && weights[row] > 0)
                .filter(rule)
                .toArray();
        if (remaining.length == 0) {
            throw new LearningException("None of the " + chosen.length + " rows can be learned from: each lacks "
                    + formula.target() + " or an input. Check " + formula + " against the table.");
        }
        return new TrainingSet(formula, preprocessing, inputs, targets, weights, remaining);
    }

    int rows() {
        return chosen.length;
    }

    int width() {
        return inputs.columns();
    }

    double at(int row, int column) {
        return inputs.at(chosen[row], column);
    }

    double target(int row) {
        return targets[chosen[row]];
    }

    /// 1 on average, so that a penalty means the same in any unit.
    double weight(int row) {
        return weights[chosen[row]] / meanWeight;
    }

    Preprocessing preprocessing() {
        return preprocessing;
    }

    /// The model in the unit of the formula, with what it was learned from.
    Model describe(Model model, Algorithm algorithm) {
        Model described = model.withLineage(Map.of("algorithm", algorithm.text(), "rows", Integer.toString(rows())));
        return switch (formula.scale()) {
            case Scale.Absolute() -> described;
            case Scale.RelativeTo(String column) -> described.relativeTo(column);
        };
    }
}
