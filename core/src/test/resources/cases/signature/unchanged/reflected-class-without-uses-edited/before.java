import dev.wadachi.task.*;

class Plugin {
    static int hidden() {
        return 1;
    }

    static class Inner {
        int deep() {
            return 5;
        }
    }
}

record Train(int size) implements Task<Integer> {
    public Integer run(Context in) throws Exception {
        return (Integer) Class.forName("Plugin").getDeclaredMethod("hidden").invoke(null);
    }
}
