import dev.wadachi.task.*;

record Train(double size) implements Task<Object> {
    public Object run(Context in) {
        return (long) size;
    }
}
