package {{package}};

import dev.wadachi.table.Split;
import dev.wadachi.table.Table;
import dev.wadachi.task.Default;
import dev.wadachi.task.Pipeline;
import dev.wadachi.task.Task;
import java.time.LocalDate;

/// What each customer may want next, from what they and others bought.
///
/// @param purchases the file of purchases
/// @param from the first day to test with
/// @param count how many items a customer is shown
public record Recommendations(
        @Default("sample/purchases.csv") String purchases,
        @Default("2021-02-15") LocalDate from,
        @Default("3") int count)
        implements Pipeline {

    Task<Split> parts() {
        return new Parts(new Purchases(purchases), from);
    }

    Task<Table> recommended() {
        return new Recommend(new Likeness(parts()), parts(), count);
    }

    /// The hit rate from the day `from` on.
    public Task<Score> evaluate() {
        return new Evaluate(recommended(), new Popular(parts(), count), parts());
    }
}
