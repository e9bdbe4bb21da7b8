import dev.wadachi.task.*;

record Train(int size) implements Task<Object> {
    public Object run(Context in) {
        Object any = size;
        return any instanceof Integer;
    }
}
