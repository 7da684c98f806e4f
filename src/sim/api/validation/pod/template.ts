/** Pod templates of workloads whose pods run for ever (pkg/apis/apps/validation/validation.go, Kubernetes v1.36). */
import { type FieldError, forbidden, invalid, notSupported, required } from '../../fieldError.ts'
import type { Draft } from '../../kind.ts'
import { matchesLabelSelector } from '../../labelSelector.ts'
import type { LabelSelector, PodTemplateSpec } from '../../types/index.ts'
import { validateAnnotations, validateLabelSelector, validateLabels } from '../labels.ts'
import { validatePodSpec } from './spec.ts'

/** The selector of a Deployment or ReplicaSet (the texts are the same) and the template whose pods it must select. */
export function validateSelectorAndTemplate(spec: {
  readonly selector?: LabelSelector | undefined
  readonly template: PodTemplateSpec
}): readonly FieldError[] {
  const { selector, template } = spec
  const errors: FieldError[] = []
  if (selector === undefined) errors.push(required('spec.selector'))
  else {
    errors.push(...validateLabelSelector(selector, 'spec.selector'))
    if (isEmptySelector(selector)) {
      errors.push(invalid('spec.selector', selector, 'empty selector is invalid for deployment'))
    }
  }
  if (selector !== undefined && !isReadableSelector(selector)) {
    return [...errors, invalid('spec.selector', selector, 'invalid label selector')]
  }
  return [...errors, ...validateTemplate(selector, template, 'spec.template')]
}

function validateTemplate(
  selector: LabelSelector | undefined,
  template: PodTemplateSpec,
  field: string,
): readonly FieldError[] {
  const labels = template.metadata?.labels
  const selected = selector !== undefined && matchesLabelSelector(selector, labels ?? {})
  const { spec } = template
  return [
    ...(selected
      ? []
      : [invalid(`${field}.metadata.labels`, labels, '`selector` does not match template `labels`')]),
    ...validateLabels(labels, `${field}.labels`),
    ...validateAnnotations(template.metadata?.annotations, `${field}.annotations`),
    ...validatePodSpec(spec, `${field}.spec`, false),
    ...((spec as Draft).ephemeralContainers?.length > 0
      ? [forbidden(`${field}.spec.ephemeralContainers`, 'ephemeral containers not allowed in pod template')]
      : []),
    ...(spec.restartPolicy === 'Always'
      ? []
      : [notSupported(`${field}.spec.restartPolicy`, spec.restartPolicy ?? '', ['Always'])]),
    ...(spec.activeDeadlineSeconds === undefined
      ? []
      : [
          forbidden(
            `${field}.spec.activeDeadlineSeconds`,
            'activeDeadlineSeconds in ReplicaSet is not Supported',
          ),
        ]),
  ]
}

function isEmptySelector(selector: LabelSelector): boolean {
  const labels = Object.keys(selector.matchLabels ?? {}).length
  return labels + (selector.matchExpressions ?? []).length === 0
}

/** Whether a selector can be made of it at all; what is wrong in detail has been said by then. */
function isReadableSelector(selector: LabelSelector): boolean {
  return validateLabelSelector(selector, '').length === 0
}
