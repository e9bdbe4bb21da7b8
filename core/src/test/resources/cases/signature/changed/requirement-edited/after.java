import dev.wadachi.task.*;
import java.util.List;

record Train(Task<Integer> size) implements Task<Integer> {
    public Integer run(Context in) throws Exception {
        return in.load(size);
    }

    public List<Requirement<?>> requires() {
        return List.of(new Requirement<>(
                size, value -> value > 4 ? List.of() : List.of(Violation.refuse("it is large", "it is " + value))));
    }
}
