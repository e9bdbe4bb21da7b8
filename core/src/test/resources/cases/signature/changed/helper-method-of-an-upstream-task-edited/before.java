import dev.wadachi.task.*;

interface Columns extends Task<String> {
    String columns();
}

// holds Sales
record Sales(String file) implements Columns {
    public String columns() {
        return "sales";
    }

    public String run(Context in) {
        return file;
    }
}

record Train(Columns sales) implements Task<String> {
    public String run(Context in) {
        return sales.columns();
    }
}
