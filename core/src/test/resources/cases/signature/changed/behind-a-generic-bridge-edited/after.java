import dev.wadachi.task.*;

interface Step<T> {
    T of(T value);
}

class Twice implements Step<String> {
    public String of(String value) {
        return value.repeat(3);
    }
}

class Steps {
    static <T> T apply(Step<T> step, T value) {
        return step.of(value);
    }
}

record Train(String text) implements Task<String> {
    public String run(Context in) {
        return Steps.apply(new Twice(), text);
    }
}
