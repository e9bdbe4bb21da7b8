import dev.wadachi.task.*;
import java.util.*;

record Row(int a, int b) {}

record Train(int size) implements Task<Object> {
    public Object run(Context in) {
        return Row.class.getRecordComponents().length;
    }
}
