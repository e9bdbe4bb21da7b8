import dev.wadachi.task.*;

record Train(String name, int size) implements Task<String> {
    public String run(Context in) {
        return name + " has " + size + " rows";
    }
}
