import dev.wadachi.task.*;

record Train(String number) implements Task<Integer> {
    public Integer run(Context in) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            return 0;
        } finally {
            in.log("done");
        }
    }
}
