import dev.wadachi.task.*;
import java.util.List;
import java.util.function.Supplier;

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) {
        return size;
    }

    public Expectations<Integer> expects() {
        return value -> value > 4 ? List.of() : List.of(new Violation("more than three", "" + value, Violation.Level.REFUSE));
    }
}
