// Choosing a role, with what it may do.
import { STAFF_ROLES, type StaffRole } from '@shouhou/shared/domain/roles'
import type { ReactNode } from 'react'
import { Chips } from '../../../components/chips.tsx'
import { Field } from '../../../components/field.tsx'
import { useT } from '../../../i18n/index.ts'

interface RoleFieldProps {
  readonly role: StaffRole
  readonly disabled?: boolean
  readonly onChange: (role: StaffRole) => void
}

export function RoleField({ role, disabled = false, onChange }: RoleFieldProps): ReactNode {
  const t = useT()
  return (
    <Field label={t('deskTeam.role')} hint={t(`roleMay.${role}`)} bare>
      <Chips
        chips={STAFF_ROLES.map((value) => ({ value, label: t(`staffRole.${value}`), disabled }))}
        chosen={[role]}
        onPress={onChange}
      />
    </Field>
  )
}
