import dev.wadachi.task.*;

record Train(String file) implements Source<String> {
    public Stamp stamp(Resources from) throws Exception {
        return Stamp.of(file + "!");
    }

    public String run(Context in) {
        return file;
    }
}
