/** Facts of an AI model as an observation of kind `ai-model` holds them, in the order they are shown. */
export const MODEL_FIELDS = [
  'model',
  'version',
  'type',
  'base-model',
  'trigger-words',
  'creator',
  'published',
  'placement',
  'downloads',
  'likes',
  'runs',
  'cover-image',
  'example-images',
  'model-files',
  'description',
] as const;

/** Name of one of {@link MODEL_FIELDS}. */
export type ModelField = (typeof MODEL_FIELDS)[number];

/** What is known of a model. Lists hold one value per line. */
export type ModelFields = Partial<Readonly<Record<ModelField, string>>>;
