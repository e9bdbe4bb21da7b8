package dev.wadachi.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A predictor with named, typed inputs and an output, and with its preprocessing inside.
///
/// Immutable and thread-safe. A model that was saved and loaded predicts the same bits, and so do one row alone and
/// the same row among many.
public final class Model {

    private final ModelSignature signature;
    private final Preprocessing preprocessing;
    private final Predictor predictor;
    private final Scale scale;
    private final SortedMap<String, String> lineage;

    private Model(
            ModelSignature signature,
            Preprocessing preprocessing,
            Predictor predictor,
            Scale scale,
            Map<String, String> lineage) {
        this.signature = signature;
        this.preprocessing = preprocessing;
        this.predictor = predictor;
        this.scale = scale;
        this.lineage = Collections.unmodifiableSortedMap(new TreeMap<>(lineage));
        int width = preprocessing.outputs().size();
        if (width != predictor.width()) {
            throw new IllegalArgumentException("the predictor reads " + predictor.width()
                    + " columns, but the preprocessing makes " + width + ": " + preprocessing.outputs());
        }
    }

    /// A model that answers in the predictor's own unit. Its inputs are those that the preprocessing reads.
    ///
    /// @throws IllegalArgumentException if the predictor reads another number of columns than the preprocessing makes
    public static Model of(Field output, Preprocessing preprocessing, Predictor predictor) {
        ModelSignature signature = new ModelSignature(preprocessing.inputs(), output);
        return new Model(signature, preprocessing, predictor, new Scale.Absolute(), Map.of());
    }

    /// This model with its answers taken as ratios to an input, which becomes the last input where it is none yet.
    public Model relativeTo(String column) {
        ModelSignature wider = signature.input(column).isPresent() ? signature : signature.with(Field.number(column));
        return new Model(wider, preprocessing, predictor, new Scale.RelativeTo(column), lineage);
    }

    /// This model with facts about its training, such as the algorithm and the number of rows.
    public Model withLineage(Map<String, String> facts) {
        SortedMap<String, String> all = new TreeMap<>(lineage);
        all.putAll(facts);
        return new Model(signature, preprocessing, predictor, scale, all);
    }

    /// The model in this folder.
    ///
    /// @throws ModelException if the folder holds no model that this version reads
    public static Model load(Path folder) throws IOException {
        return ModelFolder.read(name -> Files.readAllBytes(folder.resolve(name)));
    }

    /// The model in these files, by name.
    ///
    /// @throws ModelException if they hold no model that this version reads
    public static Model ofFiles(Map<String, byte[]> files) {
        return ModelFolder.of(files);
    }

    /// Writes the model's files into a folder, which is made where it is not there.
    public void save(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /// The model as files, by name: `model.json`, and beside it what the predictor brings. Equal models give equal
    /// bytes.
    public SortedMap<String, byte[]> files() {
        return ModelFolder.files(this);
    }

    /// The answer for one row, given as numbers and texts by name; names that the model does not ask for are ignored.
    ///
    /// @throws ModelException with every input that is not there or of another kind, or with an unseen category that
    ///     the model refuses
    public double predict(Map<String, ?> row) {
        return predict(Batch.ofRow(row))[0];
    }

    /// One answer a row, given as columns by name.
    ///
    /// @throws ModelException as for one row
    public double[] predict(Batch rows) {
        Preprocessing.check(signature.inputs(), rows);
        double[] answers = predictor.predict(preprocessing.encode(rows));
        if (scale instanceof Scale.RelativeTo unit) {
            double[] units = rows.numbers(unit.column());
            for (int row = 0; row < answers.length; row++) {
                answers[row] *= units[row];
            }
        }
        return answers;
    }

    /// One answer a row, given as plain numbers, row after row, in the order of the inputs.
    ///
    /// @throws ModelException if some input is a text, or the numbers do not make whole rows
    public double[] predict(double[] rows) {
        return predict(Rows.asBatch(signature, rows));
    }

    /// What the model asks for and what it answers.
    public ModelSignature signature() {
        return signature;
    }

    /// What turns inputs into columns.
    public Preprocessing preprocessing() {
        return preprocessing;
    }

    /// What turns columns into answers.
    public Predictor predictor() {
        return predictor;
    }

    /// In which unit the predictor answers.
    public Scale scale() {
        return scale;
    }

    /// Facts about the training, by name.
    public SortedMap<String, String> lineage() {
        return lineage;
    }

    @Override
    public String toString() {
        return "Model of " + signature.output().name() + " from "
                + signature.inputs().size() + " inputs by "
                + predictor.getClass().getSimpleName() + " " + lineage;
    }
}
