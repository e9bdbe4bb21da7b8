package shop;

import dev.wadachi.learn.Algorithm;
import dev.wadachi.table.Table;
import dev.wadachi.task.Context;
import dev.wadachi.task.Task;
import java.util.List;

/// The algorithm on the highest rung.
record Best(Task<Table> ladder, List<Algorithm> algorithms) implements Task<Algorithm> {

    @Override
    public Algorithm run(Context in) {
        String first = String.valueOf(in.load(ladder).strings("algorithm")[0]);
        return algorithms.stream()
                .filter(algorithm -> algorithm.text().equals(first))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the best on the ladder is " + first + ", which is none of " + algorithms));
    }
}
