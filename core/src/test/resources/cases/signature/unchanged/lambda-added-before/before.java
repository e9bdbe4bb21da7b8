import dev.wadachi.task.*;
import java.util.List;
import java.util.function.Supplier;

record Train(List<Integer> sizes) implements Task<Integer> {
    public Integer run(Context in) {
        return sizes.stream().map(size -> size * 2).reduce(0, (one, other) -> one + other);
    }

    String title() {
        return "train";
    }
}
