import dev.wadachi.task.*;
import java.util.List;
import java.util.function.Supplier;

record Train(List<Integer> sizes) implements Task<Supplier<Integer>> {
    public Supplier<Integer> run(Context in) {
        return () -> sizes.stream().map(size -> {
            Supplier<Integer> inner = () -> size + 1;
            return inner.get();
        }).reduce(0, Integer::sum);
    }
}
