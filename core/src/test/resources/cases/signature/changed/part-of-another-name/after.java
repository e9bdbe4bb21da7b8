import dev.wadachi.task.*;

record Halves(String left, String right) {}

record Split(String text) implements Task<Halves> {
    public Halves run(Context in) {
        return new Halves(text.substring(1), text.substring(0, 1));
    }
}

record Train(Task<Halves> split) implements Task<String> {
    public String run(Context in) {
        return in.load(split, Halves::right);
    }
}
