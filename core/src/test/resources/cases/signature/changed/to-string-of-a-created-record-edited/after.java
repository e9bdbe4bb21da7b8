import dev.wadachi.task.*;
import java.util.Comparator;
import java.util.List;

record Row(int size, String name) {
    public String toString() {
        return "" + size;
    }
}

class BySize implements Comparator<Row> {
    public int compare(Row one, Row other) {
        return Integer.compare(one.size(), other.size());
    }

    int unused() {
        return 1;
    }
}

record Train(List<String> names) implements Task<List<String>> {
    public List<String> run(Context in) {
        return names.stream().map(name -> new Row(name.length(), name)).sorted(new BySize()).map(Row::name).toList();
    }
}
