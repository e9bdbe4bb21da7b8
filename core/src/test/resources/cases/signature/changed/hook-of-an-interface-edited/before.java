import dev.wadachi.task.*;

interface Query extends Task<String> {
    String sql();

    default String run(Context in) {
        return "run " + sql();
    }
}

record Train(int size) implements Query {
    public String sql() {
        return "select " + size;
    }
}
