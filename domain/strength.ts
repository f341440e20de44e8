/** How binding: statute or "must" in guidance; guidance; a partnership's own procedure. */
export type Strength = 'must' | 'should' | 'local';
