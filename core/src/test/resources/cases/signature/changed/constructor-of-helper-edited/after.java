import dev.wadachi.task.*;

record Train(int rounds) implements Task<Integer> {
    public Integer run(Context in) {
        return First.step(rounds);
    }
}

class First {
    static int step(int i) {
        return Second.step(i) + 1;
    }
}

class Second {
    static int step(int i) {
        return new Third(i).step();
    }
}

class Third {
    private final int i;

    Third(int i) {
        this.i = i + 1;
    }

    int step() {
        return i + 1;
    }
}
