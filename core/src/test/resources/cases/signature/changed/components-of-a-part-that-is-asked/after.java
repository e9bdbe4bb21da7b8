import dev.wadachi.task.*;
import java.util.*;

record Part(int a, int b) {}

record Row(Part part) {}

record Train(int size) implements Task<Object> {
    public Object run(Context in) {
        return Row.class.getRecordComponents()[0].getType().getRecordComponents().length;
    }
}
