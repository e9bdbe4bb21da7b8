package {{package}};

import dev.wadachi.learn.Algorithm;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.task.Default;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;
import java.time.LocalDate;

/// Next week's demand of every item in every shop.
///
/// @param sales the file of sales
/// @param from the first week to test with
/// @param algorithm what learns: `ridge`, `gbdt(rate=0.05)`
public record Demand(
        @Default("sample/sales.csv") String sales,
        @Default("2021-01-04") LocalDate from,
        @Default("ridge") Algorithm algorithm)
        implements Pipeline {

    Task<Split> parts() {
        return new Parts(new Features(new Sales(sales)), from);
    }

    Task<Model> model() {
        return new Train(parts(), algorithm);
    }

    /// The error in the weeks from `from` on.
    public Task<Score> evaluate() {
        return new Evaluate(model(), parts());
    }
}
