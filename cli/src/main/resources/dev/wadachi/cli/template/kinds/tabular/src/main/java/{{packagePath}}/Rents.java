package {{package}};

import dev.wadachi.learn.Algorithm;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.task.Default;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;

/// The rent of a flat, from what is known about it.
///
/// @param flats the file of flats
/// @param testShare the share of the flats to test with
/// @param algorithm what learns: `ridge`, `gbdt(rate=0.05)`
public record Rents(
        @Default("sample/flats.csv") String flats,
        @Default("0.25") double testShare,
        @Default("ridge") Algorithm algorithm)
        implements Pipeline {

    Task<Split> parts() {
        return new Parts(new Features(new Flats(flats)), testShare);
    }

    Task<Model> model() {
        return new Train(parts(), algorithm);
    }

    /// The error for the flats to test with.
    public Task<Score> evaluate() {
        return new Evaluate(model(), parts());
    }
}
