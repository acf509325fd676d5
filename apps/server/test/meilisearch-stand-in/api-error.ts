const statuses = {
  bad_request: 400,
  missing_content_type: 415,
  invalid_content_type: 415,
  malformed_payload: 400,
  payload_too_large: 413,
  missing_authorization_header: 401,
  invalid_api_key: 403,
  index_not_found: 404,
  index_already_exists: 409,
  invalid_index_uid: 400,
  index_primary_key_no_candidate_found: 400,
  invalid_document_id: 400,
  missing_document_id: 400,
  document_not_found: 404,
  task_not_found: 404,
  not_found: 404,
  invalid_search_filter: 400,
  invalid_search_sort: 400,
  invalid_search_facets: 400,
  invalid_search_attributes_to_search_on: 400,
  invalid_search_matching_strategy: 400,
  invalid_facet_search_facet_name: 400,
  invalid_settings_ranking_rules: 400,
  invalid_settings_typo_tolerance: 400,
  invalid_swap_indexes: 400,
  invalid_swap_duplicate_index_found: 400,
  too_many_search_requests: 503,
  internal: 500,
  no_space_left_on_device: 422,
} as const;

export type Code = keyof typeof statuses;

/** As Meilisearch says it, with its documented code. */
export class ApiError extends Error {
  constructor(
    readonly code: Code,
    message: string,
  ) {
    super(message);
  }

  get status(): number {
    return statuses[this.code];
  }

  get body() {
    const type = this.status === 401 || this.status === 403 ? "auth" : this.status >= 500 ? "internal" : "invalid_request";
    return { message: this.message, code: this.code, type, link: `https://docs.meilisearch.com/errors#${this.code}` };
  }
}

export const indexNotFound = (uid: string) => new ApiError("index_not_found", `Index \`${uid}\` not found.`);
