import { controlClass, Field, type FieldWords, fieldAria } from './field.tsx'

/** One file from the person's own computer; its form is sent as multipart/form-data. */
export function FileField(props: FieldWords & { name: string; accept: string }) {
  return (
    <Field {...props}>
      <div class={controlClass(props)}>
        <input
          class="k-input k-input-file"
          id={props.id}
          name={props.name}
          type="file"
          accept={props.accept}
          {...fieldAria(props)}
        />
      </div>
    </Field>
  )
}
