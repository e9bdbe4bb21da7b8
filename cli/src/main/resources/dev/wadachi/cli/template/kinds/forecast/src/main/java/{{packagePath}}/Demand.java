package {{package}};

import dev.wadachi.learn.Algorithm;
import dev.wadachi.model.Model;
import dev.wadachi.table.Split;
import dev.wadachi.task.Default;
import dev.wadachi.task.Every;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;
import java.time.LocalDate;

/// Next week's demand of every item in every shop.
///
/// @param sales the file of sales
/// @param week the Monday from which on sales are to be forecast; a range of weeks asks for each
/// @param algorithm what learns: `ridge`, `gbdt(rate=0.05)`
public record Demand(
        @Default("sample/sales.csv") String sales,
        @Every("P7D") @Default("2021-01-04") LocalDate week,
        @Default("ridge") Algorithm algorithm)
        implements Pipeline {

    Task<Split> parts() {
        return new Parts(new Features(new Sales(sales)), week);
    }

    Task<Model> model() {
        return new Train(parts(), algorithm);
    }

    /// The error in the weeks from `week` on.
    public Task<Score> evaluate() {
        return new Evaluate(model(), parts());
    }
}
