import dev.wadachi.task.*;
import java.util.List;
import java.util.function.Supplier;

record Train(List<String> words) implements Task<List<String>> {
    public List<String> run(Context in) {
        return words.stream().map(Train::clean).toList();
    }

    static String clean(String word) {
        return word.trim();
    }

    static String shout(String word) {
        return word.toUpperCase();
    }
}
