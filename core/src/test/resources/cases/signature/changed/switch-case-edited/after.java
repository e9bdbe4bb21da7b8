import dev.wadachi.task.*;

record Train(int mode) implements Task<Integer> {
    public Integer run(Context in) {
        return switch (mode) {
            case 1 -> 10;
            case 3 -> 20;
            default -> 0;
        };
    }
}
